/**
 * Questionnaires as data and their scoring: <em>reads</em> definitions (items, options
 * and their points, scales, texts) that ship or that an agency imports, as our JSON or as
 * FHIR, <em>decides</em> what an answer may be, what it scores, and that a version which
 * was asked never changes, <em>publishes</em> nothing. Scoring is pure: no clock, no
 * database.
 */
@NullMarked
package org.holdfast.checkin.instrument;

import org.jspecify.annotations.NullMarked;
