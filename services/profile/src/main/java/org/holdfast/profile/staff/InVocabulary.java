package org.holdfast.profile.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Accepts only tags that mean something here.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = InVocabulary.Check.class)
@interface InVocabulary {

	String message() default "must be a tag of the vocabulary";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/**
	 * Looks the tag up.
	 */
	class Check implements ConstraintValidator<InVocabulary, String> {

		@Override
		public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
			return tag == null || Vocabulary.knows(tag);
		}

	}

}
