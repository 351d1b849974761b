/**
 * Questionnaires as data and their scoring: <em>reads</em> definitions (JSON: items,
 * options and their points, scales, wordings), <em>decides</em> what an answer may be and
 * what it scores. Pure: no clock, no database, no Spring.
 */
@NullMarked
package org.holdfast.checkin.instrument;

import org.jspecify.annotations.NullMarked;
