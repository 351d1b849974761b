package org.holdfast.checkin.help;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Somebody to turn to at once.
 *
 * @param name who they are
 * @param contact number or address
 * @param note when, where and for whom
 */
public record Resource(@NotBlank String name, @NotBlank String contact, @DefaultValue("") String note) {

}
