/**
 * What people should hear of: <em>reads</em> {@code notification.requested}, which names
 * a person, a kind and a thing, and keeps it for that person until its tombstone says
 * that the matter is over.
 */
@NullMarked
package org.holdfast.profile.notification;

import org.jspecify.annotations.NullMarked;
