/**
 * Who calls, with which roles and scopes; a service is an OAuth 2.0 resource server of
 * any OpenID Connect provider.
 */
@NullMarked
package org.holdfast.defaults.security;

import org.jspecify.annotations.NullMarked;
