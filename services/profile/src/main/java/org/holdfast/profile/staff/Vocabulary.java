package org.holdfast.profile.staff;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The words that people choose from, so that what they enter can meet: one list for each
 * question, in the order in which it is shown and told.
 */
enum Vocabulary {

	/** What skills, needs and topics are named with, so that they can meet. */
	TAGS(new Word("court-work", "Court work", "Trabajo en tribunales"),
			new Word("home-visits", "Home visits", "Visitas domiciliarias"),
			new Word("risk-assessment", "Risk assessment", "Evaluación de riesgos"),
			new Word("case-planning", "Case planning", "Planificación de casos"),
			new Word("documentation", "Documentation", "Documentación"),
			new Word("supervision", "Supervision", "Supervisión"),
			new Word("trauma-informed-practice", "Trauma-informed practice", "Práctica informada sobre el trauma"),
			new Word("crisis-intervention", "Crisis intervention", "Intervención en crisis"),
			new Word("child-protection", "Child protection", "Protección de la infancia"),
			new Word("family-mediation", "Family mediation", "Mediación familiar"),
			new Word("disability-support", "Disability support", "Apoyo a la discapacidad"),
			new Word("elder-care", "Elder care", "Atención a personas mayores"),
			new Word("substance-use", "Substance use", "Consumo de sustancias"),
			new Word("domestic-violence", "Domestic violence", "Violencia doméstica"),
			new Word("cultural-competence", "Working across cultures", "Trabajo entre culturas"),
			new Word("difficult-conversations", "Difficult conversations", "Conversaciones difíciles"),
			new Word("workload-planning", "Workload planning", "Planificación de la carga de trabajo"),
			new Word("work-life-balance", "Balance of work and private life",
					"Equilibrio entre trabajo y vida privada"),
			new Word("self-care", "Self-care", "Autocuidado"),
			new Word("self-advocacy", "Speaking up for oneself", "Defender lo propio"),
			new Word("career-development", "Career development", "Desarrollo profesional"),
			new Word("starting-out", "Starting out in the job", "Los primeros pasos en el trabajo")),

	/** Whom or what one works with. */
	CASELOADS(new Word("child-protection", "Child protection", "Protección de la infancia"),
			new Word("foster-care-and-adoption", "Foster care and adoption", "Acogimiento y adopción"),
			new Word("youth", "Young people", "Jóvenes"),
			new Word("adults-with-disabilities", "Adults with disabilities", "Personas adultas con discapacidad"),
			new Word("older-people", "Older people", "Personas mayores"),
			new Word("mental-health", "Mental health", "Salud mental"),
			new Word("substance-use", "Substance use", "Consumo de sustancias"),
			new Word("domestic-violence", "Domestic violence", "Violencia doméstica"),
			new Word("refugees-and-migration", "Refugees and migration", "Refugio y migración"),
			new Word("hospital", "Hospital social work", "Trabajo social en hospitales"),
			new Word("school", "School social work", "Trabajo social en escuelas"),
			new Word("intake", "Intake and first contact", "Acogida y primer contacto")),

	/** Where a career may lead. */
	DIRECTIONS(new Word("leadership", "Leading people", "Dirigir equipos"),
			new Word("specialist-practice", "Specialist practice", "Práctica especializada"),
			new Word("supervision-and-training", "Supervision and training", "Supervisión y formación"),
			new Word("policy-and-research", "Policy and research", "Políticas e investigación"),
			new Word("another-field-of-practice", "Another field of practice", "Otro campo de trabajo"),
			new Word("stay-and-deepen", "Staying and going deeper", "Quedarse y profundizar")),

	/** Half days. */
	TIMES(new Word("mon-am", "Monday morning", "Lunes por la mañana"),
			new Word("mon-pm", "Monday afternoon", "Lunes por la tarde"),
			new Word("tue-am", "Tuesday morning", "Martes por la mañana"),
			new Word("tue-pm", "Tuesday afternoon", "Martes por la tarde"),
			new Word("wed-am", "Wednesday morning", "Miércoles por la mañana"),
			new Word("wed-pm", "Wednesday afternoon", "Miércoles por la tarde"),
			new Word("thu-am", "Thursday morning", "Jueves por la mañana"),
			new Word("thu-pm", "Thursday afternoon", "Jueves por la tarde"),
			new Word("fri-am", "Friday morning", "Viernes por la mañana"),
			new Word("fri-pm", "Friday afternoon", "Viernes por la tarde")),

	/** How people meet. */
	MEETS(new Word("in-person", "In person", "En persona"), new Word("online", "Online", "En línea")),

	/** Whom a mentor would like to mentor; the first stands for no wish. */
	MENTOR_WANTS(new Word("anybody", "Anybody", "Cualquier persona"),
			new Word("newcomers", "Somebody new to the job", "Alguien nuevo en el trabajo"),
			new Word("experienced", "Somebody experienced", "Alguien con experiencia")),

	/** Whom a mentee would like as a mentor; the first stands for no wish. */
	MENTEE_WANTS(new Word("anybody", "Anybody", "Cualquier persona"),
			new Word("more-experienced", "Somebody more experienced", "Alguien con más experiencia"),
			new Word("similar-experience", "Somebody with similar experience", "Alguien con una experiencia parecida"));

	private final List<Word> words;

	Vocabulary(Word... words) {
		this.words = List.of(words);
	}

	List<Word> words() {
		return this.words;
	}

	boolean knows(String id) {
		return this.words.stream().anyMatch((word) -> word.id().equals(id));
	}

	/**
	 * The same words, each once, in the order of the vocabulary: two people who chose the
	 * same have equal lists.
	 * @param ids words of the vocabulary; null in what was stored before there was this
	 * question
	 * @return the ordered words, none for null
	 * @throws IllegalArgumentException when one is not in the vocabulary
	 */
	List<String> ordered(@Nullable Collection<String> ids) {
		if (ids == null) {
			return List.of();
		}
		ids.forEach(this::check);
		return this.words.stream().map(Word::id).filter(ids::contains).toList();
	}

	/**
	 * The one word that was chosen.
	 * @param id a word of the vocabulary; null in what was stored before there was this
	 * question
	 * @return the word, the first one for null
	 * @throws IllegalArgumentException when it is not in the vocabulary
	 */
	String one(@Nullable String id) {
		if (id == null) {
			return this.words.getFirst().id();
		}
		check(id);
		return id;
	}

	private void check(String id) {
		if (!knows(id)) {
			throw new IllegalArgumentException("not in the vocabulary: " + id);
		}
	}

	/**
	 * A word in the languages people read here.
	 *
	 * @param id how it is stored and told
	 */
	record Word(String id, String english, String spanish) {

		String label(Locale locale) {
			return "es".equals(locale.getLanguage()) ? this.spanish : this.english;
		}

	}

}
