package org.holdfast.profile.staff;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The tags with which skills and needs are named, so that they can meet.
 */
enum Vocabulary {

	COURT_WORK("Court work", "Trabajo en tribunales"),

	HOME_VISITS("Home visits", "Visitas domiciliarias"),

	RISK_ASSESSMENT("Risk assessment", "Evaluación de riesgos"),

	CASE_PLANNING("Case planning", "Planificación de casos"),

	DOCUMENTATION("Documentation", "Documentación"),

	SUPERVISION("Supervision", "Supervisión"),

	TRAUMA_INFORMED_PRACTICE("Trauma-informed practice", "Práctica informada sobre el trauma"),

	CRISIS_INTERVENTION("Crisis intervention", "Intervención en crisis"),

	CHILD_PROTECTION("Child protection", "Protección de la infancia"),

	FAMILY_MEDIATION("Family mediation", "Mediación familiar"),

	DISABILITY_SUPPORT("Disability support", "Apoyo a la discapacidad"),

	ELDER_CARE("Elder care", "Atención a personas mayores"),

	SUBSTANCE_USE("Substance use", "Consumo de sustancias"),

	DOMESTIC_VIOLENCE("Domestic violence", "Violencia doméstica"),

	CULTURAL_COMPETENCE("Working across cultures", "Trabajo entre culturas"),

	DIFFICULT_CONVERSATIONS("Difficult conversations", "Conversaciones difíciles"),

	WORKLOAD_PLANNING("Workload planning", "Planificación de la carga de trabajo"),

	WORK_LIFE_BALANCE("Balance of work and private life", "Equilibrio entre trabajo y vida privada"),

	SELF_CARE("Self-care", "Autocuidado"),

	SELF_ADVOCACY("Speaking up for oneself", "Defender lo propio"),

	CAREER_DEVELOPMENT("Career development", "Desarrollo profesional"),

	STARTING_OUT("Starting out in the job", "Los primeros pasos en el trabajo");

	private final String english;

	private final String spanish;

	Vocabulary(String english, String spanish) {
		this.english = english;
		this.spanish = spanish;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String label(Locale locale) {
		return "es".equals(locale.getLanguage()) ? this.spanish : this.english;
	}

	static boolean knows(String id) {
		return Arrays.stream(values()).anyMatch((tag) -> tag.id().equals(id));
	}

	/**
	 * The same tags, each once, in the order of the vocabulary: two people who chose the
	 * same tags have equal lists.
	 * @param ids tags of the vocabulary
	 * @return the ordered tags
	 * @throws IllegalArgumentException when a tag is not in the vocabulary
	 */
	static List<String> ordered(Collection<String> ids) {
		ids.stream().filter((id) -> !knows(id)).findFirst().ifPresent((id) -> {
			throw new IllegalArgumentException("not in the vocabulary: " + id);
		});
		return Arrays.stream(values()).map(Vocabulary::id).filter(ids::contains).toList();
	}

}
