// The words of the profile service, for the mock server.
const lists = {
  tags: [
    ['court-work', 'Court work', 'Trabajo en tribunales'],
    ['home-visits', 'Home visits', 'Visitas domiciliarias'],
    ['risk-assessment', 'Risk assessment', 'Evaluación de riesgos'],
    ['case-planning', 'Case planning', 'Planificación de casos'],
    ['documentation', 'Documentation', 'Documentación'],
    ['supervision', 'Supervision', 'Supervisión'],
    ['trauma-informed-practice', 'Trauma-informed practice', 'Práctica informada sobre el trauma'],
    ['crisis-intervention', 'Crisis intervention', 'Intervención en crisis'],
    ['child-protection', 'Child protection', 'Protección de la infancia'],
    ['family-mediation', 'Family mediation', 'Mediación familiar'],
    ['disability-support', 'Disability support', 'Apoyo a la discapacidad'],
    ['elder-care', 'Elder care', 'Atención a personas mayores'],
    ['substance-use', 'Substance use', 'Consumo de sustancias'],
    ['domestic-violence', 'Domestic violence', 'Violencia doméstica'],
    ['cultural-competence', 'Working across cultures', 'Trabajo entre culturas'],
    ['difficult-conversations', 'Difficult conversations', 'Conversaciones difíciles'],
    ['workload-planning', 'Workload planning', 'Planificación de la carga de trabajo'],
    ['work-life-balance', 'Balance of work and private life', 'Equilibrio entre trabajo y vida privada'],
    ['self-care', 'Self-care', 'Autocuidado'],
    ['self-advocacy', 'Speaking up for oneself', 'Defender lo propio'],
    ['career-development', 'Career development', 'Desarrollo profesional'],
    ['starting-out', 'Starting out in the job', 'Los primeros pasos en el trabajo'],
  ],
  caseloads: [
    ['child-protection', 'Child protection', 'Protección de la infancia'],
    ['foster-care-and-adoption', 'Foster care and adoption', 'Acogimiento y adopción'],
    ['youth', 'Young people', 'Jóvenes'],
    ['adults-with-disabilities', 'Adults with disabilities', 'Personas adultas con discapacidad'],
    ['older-people', 'Older people', 'Personas mayores'],
    ['mental-health', 'Mental health', 'Salud mental'],
    ['substance-use', 'Substance use', 'Consumo de sustancias'],
    ['domestic-violence', 'Domestic violence', 'Violencia doméstica'],
    ['refugees-and-migration', 'Refugees and migration', 'Refugio y migración'],
    ['hospital', 'Hospital social work', 'Trabajo social en hospitales'],
    ['school', 'School social work', 'Trabajo social en escuelas'],
    ['intake', 'Intake and first contact', 'Acogida y primer contacto'],
  ],
  directions: [
    ['leadership', 'Leading people', 'Dirigir equipos'],
    ['specialist-practice', 'Specialist practice', 'Práctica especializada'],
    ['supervision-and-training', 'Supervision and training', 'Supervisión y formación'],
    ['policy-and-research', 'Policy and research', 'Políticas e investigación'],
    ['another-field-of-practice', 'Another field of practice', 'Otro campo de trabajo'],
    ['stay-and-deepen', 'Staying and going deeper', 'Quedarse y profundizar'],
  ],
  times: [
    ['mon-am', 'Monday morning', 'Lunes por la mañana'],
    ['mon-pm', 'Monday afternoon', 'Lunes por la tarde'],
    ['tue-am', 'Tuesday morning', 'Martes por la mañana'],
    ['tue-pm', 'Tuesday afternoon', 'Martes por la tarde'],
    ['wed-am', 'Wednesday morning', 'Miércoles por la mañana'],
    ['wed-pm', 'Wednesday afternoon', 'Miércoles por la tarde'],
    ['thu-am', 'Thursday morning', 'Jueves por la mañana'],
    ['thu-pm', 'Thursday afternoon', 'Jueves por la tarde'],
    ['fri-am', 'Friday morning', 'Viernes por la mañana'],
    ['fri-pm', 'Friday afternoon', 'Viernes por la tarde'],
  ],
  meets: [
    ['in-person', 'In person', 'En persona'],
    ['online', 'Online', 'En línea'],
  ],
  asMentor: [
    ['anybody', 'Anybody', 'Cualquier persona'],
    ['newcomers', 'Somebody new to the job', 'Alguien nuevo en el trabajo'],
    ['experienced', 'Somebody experienced', 'Alguien con experiencia'],
  ],
  asMentee: [
    ['anybody', 'Anybody', 'Cualquier persona'],
    ['more-experienced', 'Somebody more experienced', 'Alguien con más experiencia'],
    ['similar-experience', 'Somebody with similar experience', 'Alguien con una experiencia parecida'],
  ],
};

export function vocabulary(language) {
  const words = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(([id, en, es]) => ({ id, label: language === 'es' ? es : en }))]));
  const { asMentor, asMentee, ...others } = words;
  return { ...others, wants: { asMentor, asMentee } };
}
