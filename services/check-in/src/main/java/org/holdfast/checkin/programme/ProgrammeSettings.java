package org.holdfast.checkin.programme;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an agency can set about its programme.
 *
 * @param zone where its days and months begin
 * @param budget minutes that one person is asked for in a month at the very most
 * @param quietFrom from when in the evening nobody is reminded
 * @param quietUntil until when in the morning nobody is reminded
 * @param quietDays days on which nobody is reminded
 */
@Validated
@ConfigurationProperties("holdfast.check-in.programme")
record ProgrammeSettings(@DefaultValue("UTC") ZoneId zone, @DefaultValue("15") @Min(1) @Max(120) int budget,
		@DefaultValue("18:00") LocalTime quietFrom, @DefaultValue("08:00") LocalTime quietUntil, @DefaultValue( {
				"SATURDAY", "SUNDAY" }) Set<DayOfWeek> quietDays){

	QuietHours quietHours() {
		return new QuietHours(this.zone, this.quietFrom, this.quietUntil, this.quietDays);
	}

}
