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
 * Accepts only words that mean something here.
 */
@Target({ ElementType.FIELD, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = InVocabulary.Check.class)
@interface InVocabulary {

	Vocabulary value();

	String message() default "must be a word of the vocabulary";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/**
	 * Looks the word up.
	 */
	class Check implements ConstraintValidator<InVocabulary, String> {

		private Vocabulary vocabulary = Vocabulary.TAGS;

		@Override
		public void initialize(InVocabulary constraint) {
			this.vocabulary = constraint.value();
		}

		@Override
		public boolean isValid(@Nullable String word, ConstraintValidatorContext context) {
			return word == null || this.vocabulary.knows(word);
		}

	}

}
