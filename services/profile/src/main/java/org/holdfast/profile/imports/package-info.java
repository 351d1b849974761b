/**
 * Taking over people and units from the HR system's CSV export.
 * <p>
 * Reads a flat file, one row for each person, with the columns of
 * {@link org.holdfast.profile.imports.Column}. Decides for each row by itself
 * ({@link org.holdfast.profile.imports.LineReader}) and for all together
 * ({@link org.holdfast.profile.imports.Rules}) before anything is written; a refused row
 * refuses no other. Each person and each unit is then one durable change, so an import
 * that was cut off is mended by importing the file again, and importing a file twice
 * changes nothing the second time.
 * <p>
 * Units are told by the rows of their people ({@code unit_code}, {@code unit_name},
 * {@code parent_unit_code}). A unit without people is told either by
 * {@code parent_unit_code} with {@code parent_unit_name}, which gives it a name and
 * leaves its own place in the tree as it was (a new one is a root), or by a row of its
 * own without personnel number, names and sign-in name. {@code leads_unit} is {@code yes}
 * for the person who leads the unit they work in, or the code of another unit, which is
 * how a unit without people gets a lead. Without a new lead in the file a unit keeps the
 * one it has, unless that person's row says that they do not lead it any more.
 */
@NullMarked
package org.holdfast.profile.imports;

import org.jspecify.annotations.NullMarked;
