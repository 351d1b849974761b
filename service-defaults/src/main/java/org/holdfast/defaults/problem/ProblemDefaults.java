package org.holdfast.defaults.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Gives a service its problem details.
 */
@AutoConfiguration
@Import(Problems.class)
public class ProblemDefaults {

}
