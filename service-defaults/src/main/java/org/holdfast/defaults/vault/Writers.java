package org.holdfast.defaults.vault;

import java.util.Optional;

import org.holdfast.defaults.problem.Refusal;

/**
 * Whose words may be encrypted, which only a service itself knows: one that has a bean of
 * this type has a vault.
 */
@FunctionalInterface
public interface Writers {

	/**
	 * Why there may be no key for a person; one that they have is then destroyed.
	 * @param staffId who
	 * @return empty for everybody but the unknown and the erased, thus also for who has
	 * left: their words stay readable
	 */
	Optional<Refusal> refusal(String staffId);

}
