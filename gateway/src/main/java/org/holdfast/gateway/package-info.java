/**
 * The front door: the only part of the suite that is reachable from outside.
 * <p>
 * <em>Reads</em> nothing and <em>publishes</em> nothing. It <em>decides</em> who is
 * speaking and how much of it is let in: a browser signs in here (authorization code with
 * PKCE against the OpenID provider) and gets an HttpOnly session cookie, never a token;
 * the tokens stay in the session and are added to what is passed on to a service. A
 * client that brings its own bearer token is passed through without a session, and the
 * services check that token themselves, as they do every other.
 * <p>
 * A request meets, in this order: {@link org.holdfast.gateway.RateLimit},
 * {@link org.holdfast.gateway.SizeLimit}, one of the chains of
 * {@link org.holdfast.gateway.Chains}, then {@link org.holdfast.gateway.Routes} or the
 * {@link org.holdfast.gateway.WebApp}.
 * <p>
 * The provider may be anybody's. Its addresses are HOLDFAST_ISSUER,
 * HOLDFAST_AUTHORIZATION_URI, HOLDFAST_TOKEN_URI, HOLDFAST_JWKS_URI and
 * HOLDFAST_END_SESSION_URI; what it knows us by is HOLDFAST_CLIENT_ID,
 * HOLDFAST_GATEWAY_SECRET and HOLDFAST_SCOPES; and where its ID tokens say who somebody
 * is, HOLDFAST_STAFF_CLAIM, HOLDFAST_NAME_CLAIM and HOLDFAST_ROLES_CLAIM. Its access
 * tokens must name the services' audience and carry the scope {@code holdfast}.
 * <p>
 * One token does reach the browser: signing out names the ID token to the provider, as
 * OpenID Connect has it. It opens nothing here, because its audience is the gateway.
 */
@NullMarked
package org.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
