/**
 * An OpenID provider for trying Holdfast out and for agencies that have none of their
 * own.
 * <p>
 * <em>Reads</em> {@code profile.staff}: who works here, under which sign-in name and with
 * which roles, becomes an {@link org.holdfast.identity.Account}. <em>Decides</em> who may
 * sign in: a person picks a password once with a code from an administrator
 * ({@link org.holdfast.identity.EnrolmentController}), and nobody can set it for them
 * afterwards. <em>Publishes</em> no events; it signs tokens, which the services check
 * with its public key.
 * <p>
 * Accounts and the signing key are in the database, so tokens stay valid over a restart.
 * Sessions and refresh tokens are in memory: after a restart people sign in again when
 * their access token ends, at most ten minutes later. An agency's own provider replaces
 * all of this by configuration.
 */
@NullMarked
package org.holdfast.identity;

import org.jspecify.annotations.NullMarked;
