/**
 * Who is supported by a mentor: <em>reads</em> {@code mentorship.match}, <em>decides</em>
 * when support of a person began and ended, <em>publishes</em> {@code check-in.support}
 * under the pseudonym, which only this service can derive, and never for fewer people at
 * once than a figure may stand for: somebody who sees both topics could else tell from
 * the time whose pseudonym it is.
 */
@NullMarked
package org.holdfast.checkin.support;

import org.jspecify.annotations.NullMarked;
