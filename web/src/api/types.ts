/** What the services answer through the gateway. Times are ISO 8601 instants, scores 0 to 100 where higher is worse. */

export type Role = 'staff' | 'supervisor' | 'hr' | 'administrator';

export interface Session {
  signedIn: boolean;
  staffId?: string | null;
  name?: string | null;
  roles?: Role[] | null;
}

export interface Unit {
  unitId: string;
  name: string;
}

export interface TreeUnit extends Unit {
  parentId: string | null;
}

/* ---- check-in ---- */

export interface Choice {
  id: string;
  label: string;
}

export interface Item {
  id: string;
  text: string;
  options: Choice[];
}

export interface Instrument {
  id: string;
  version: number;
  title: string;
  minutes: number;
  items: Item[];
}

export interface Cycle {
  cycleId: string;
  opensAt: string;
  closesAt: string;
}

export interface Notice {
  minimumGroup: number;
  groups: Unit[];
  /** Sentences in the person's language. */
  seenBy: string[];
  /** What happens to a comment. */
  comments: { minimumGroup: number; readBy: string[] };
}

/** Item id to option id; an item that is not answered is absent. */
export type Answers = Record<string, string>;

export interface GivenAnswer {
  answers: Answers;
  score: number | null;
  answeredAt: string;
}

export interface Pulse {
  cycle: Cycle | null;
  instrument: Instrument;
  notice: Notice;
  answer: GivenAnswer | null;
  /** What one added in one's own words. */
  comment: string | null;
}

export interface OwnComment {
  text: string;
  /** Whom to turn to at once, where the words call for it. */
  crisis: CrisisResource[];
}

/** A group's comments in one cycle, undated and in random order. */
export interface GroupComments {
  units: Unit[];
  /** A band; null where too few answered. */
  people: string | null;
  comments: string[];
  /** A sentence in the reader's language; null where they are shown. */
  notShown: string | null;
}

export interface CommentPage {
  cycles: { cycleId: string; closesAt: string; groups: GroupComments[]; notShown: string | null }[];
  /** What to ask for next; null where there are none earlier. */
  earlier: string | null;
}

export interface Receipt {
  responseId: string;
  cycleId: string;
  score: number | null;
  late: boolean;
  answeredAt: string;
}

export interface OwnScore {
  cycleId: string;
  closesAt: string;
  score: number | null;
  items: { id: string; option: string; points: number }[];
  late: boolean;
}

export interface Scale {
  id: string;
  direction: string;
  minimum: number;
  maximum: number;
}

export interface OwnScores {
  scale: Scale & { minimalDetectableChange: number | null };
  scores: OwnScore[];
}

export interface Warning {
  scale: string;
  state: 'raised' | 'over';
  since: string;
  evidence: { latest: number; usual: number | null; earlierAnswers: number; chart: string };
  /** How often such a warning comes although nothing has changed. */
  falseAlarms: string;
  needs: string[];
  acknowledged: boolean;
  mutedUntil: string | null;
}

export type HelpKind = 'peer' | 'mentor' | 'supervisor' | 'counselling' | 'hr';

export type Urgency = 'can-wait' | 'soon' | 'urgent';

export interface Colleague {
  staffId: string;
  displayName: string;
}

export interface CrisisResource {
  name: string;
  contact: string;
  note: string;
}

export interface HelpOptions {
  options: {
    kind: HelpKind;
    /** Whether all of them are asked unless one is named. */
    group: boolean;
    people: Colleague[];
    /** Minutes until a request goes on when nobody reacts. */
    reactWithin: Record<Urgency, number>;
  }[];
  crisis: CrisisResource[];
}

export type HelpState = 'asked' | 'seen' | 'handed-on' | 'unanswered' | 'accepted' | 'declined' | 'closed' | 'withdrawn';

export interface OwnHelpRequest {
  requestId: string;
  kind: HelpKind;
  urgency: Urgency;
  state: HelpState;
  askedAt: string;
  words: string | null;
  acceptedBy: Colleague | null;
  dueAt: string | null;
  crisis: CrisisResource[];
}

/** A request that somebody addressed to the reader. */
export interface AddressedRequest {
  requestId: string;
  from: Colleague;
  urgency: Urgency;
  state: HelpState;
  mine: boolean;
  askedAt: string;
  dueAt: string | null;
  words: string | null;
}

/** What people are asked again and again. */
export interface Programme {
  /** Minutes that nobody is asked to give more of in a month. */
  budget: number;
  zone: string;
  months: { month: string; minutes: number; of: { name: string; rounds: number; minutesEach: number }[] }[];
  series: Series[];
}

export interface Series {
  seriesId: string;
  instrument: string;
  version: number;
  /** An ISO 8601 period. */
  every: string;
  firstOpensAt: string;
  window: string;
  reminders: number;
  ended: boolean;
  nextOpensAt: string | null;
}

export interface ListedInstrument {
  instrumentId: string;
  version: number;
  source: string;
  /** Under what terms its texts may be used. */
  licence: string;
  minutes: number;
  /** Those it has texts in; without any it cannot be asked. */
  languages: string[];
  /** Language to the note under which its texts came in, null where the instrument's own says it. */
  licences: Record<string, string | null>;
  /** Whether its definition came with the suite. */
  shipped: boolean;
  /** Whether people were asked; then it never changes. */
  used: boolean;
  scales: { id: string; kind: 'outcome' | 'driver'; direction: string }[];
}

export type Doing = 'well' | 'so-so' | 'not-well' | 'let-us-talk';

export interface PeerAnswer {
  round: number;
  mine: boolean;
  at: string;
  doing: Doing;
  note: string | null;
}

/** "How are you doing?" between the reader and a colleague. */
export interface PeerCheckIn {
  checkInId: string;
  with: Colleague;
  /** Whether the reader has invited. */
  mine: boolean;
  everyDays: number;
  state: 'invited' | 'active' | 'paused' | 'ended';
  /** How often they were asked so far. */
  round: number;
  dueAt: string | null;
  /** Of the last rounds, the newest first. */
  answers: PeerAnswer[];
}

/** Somebody's readings of one thing about the reader on one day. */
export interface Reading {
  /** Null for somebody who is not on the staff list any more. */
  by: Colleague | null;
  what: 'help-request' | 'words' | 'check-in';
  thing: string;
  first: string;
  last: string;
  times: number;
}

export interface PlannedCycle extends Cycle {
  /** What it asks. */
  instrument: string;
  state: 'planned' | 'open' | 'closed';
}

/* ---- burnout-alert ---- */

/** Exactly one of level, atMost and atLeast is a number. */
export interface Figure {
  level: number | null;
  atMost: number | null;
  atLeast: number | null;
  people: string;
}

export interface Period {
  cycleId: string;
  closesAt: string;
  state: 'published' | 'withheld';
  figure: Figure | null;
  reason: string | null;
  /** The units, this one among them, whose members are the smallest published group that has all of its answers. */
  together: Unit[];
  togetherFigure: Figure | null;
  /** Of a cross-cut, the units inside that do not count because they were counted together with others outside. */
  leftOut?: Unit[];
}

export interface Trend {
  unit: Unit;
  scale: Scale;
  periods: Period[];
  parents: { unit: Unit; periods: Period[] }[];
}

/** Something that the reader should hear of; what is in it only its own page says. */
export interface Notification {
  notificationId: string;
  subject: string;
  about: string;
  urgent: boolean;
  requestedAt: string;
  seen: boolean;
}

/** How groups changed after their people found mentors; change and interval are null where there is a reason. */
export interface SupportEffect {
  scale: Scale;
  effect: {
    change: number | null;
    from: number | null;
    to: number | null;
    reason: 'no-group' | 'nothing-comparable' | null;
    groups: number;
    people: string | null;
    compared: number;
    course: { cycle: number; supported: number | null; compared: number | null }[];
  };
}

/** Units across the tree that are looked at together, each with all below it. */
export interface CrossCut {
  crossCutId: string;
  version: number;
  name: string;
  units: Unit[];
  active: boolean;
  /** Pulses that open later go by it. */
  since: string;
}

export interface CutTrend {
  crossCutId: string;
  name: string;
  scale: Scale;
  /** Those that it held for, in the version of the time. */
  periods: (Omit<Period, 'together' | 'togetherFigure'> & { version: number; units: Unit[] })[];
}

export interface Alert {
  alertId: string;
  units: Unit[];
  cycleId: string;
  level: number | null;
  people: string;
  threshold: number;
  raisedAt: string;
  because: string;
  /** How often its rule would say so by chance. */
  falseAlarms: string;
  state: 'raised' | 'acknowledged' | 'in-hand' | 'resolved';
  owner: string | null;
  /** A day, such as 2026-12-01. */
  dueOn: string | null;
}

export interface LedgerPromise {
  id: string;
  text: string;
  owner: string;
  /** A day, such as 2026-12-01. */
  dueOn: string;
  state: 'open' | 'kept' | 'dropped';
  reason: string | null;
}

export interface LedgerResponse {
  id: string;
  cycleId: string;
  /** Null for the whole agency. */
  unitId: string | null;
  text: string;
  publishedAt: string;
  promises: LedgerPromise[];
}

export interface LedgerEntry {
  cycleId: string;
  closesAt: string;
  dueAt: string;
  answered: boolean;
  overdue: boolean;
  responses: LedgerResponse[];
  /** Those that responded, by their names now. */
  units: Unit[];
}

export interface Resource {
  resourceId: string;
  version: number;
  kind: 'counselling' | 'peer-line' | 'training' | 'community' | 'policy';
  title: { en: string; es: string };
  text: { en: string; es: string };
  link: string | null;
  phone: string | null;
  needs: string[];
  active: boolean;
}

/** A resource in one of its versions. */
export interface Edition extends Omit<Resource, 'resourceId'> {
  changedAt: string;
  /** A staff id, empty for what came with the service. */
  changedBy: string;
}

/** How many people opened a resource in a quarter that is over. */
export interface Opened {
  resourceId: string;
  /** A band such as 5-9, or "fewer than 5". */
  people: string;
}

export type Rule = 'level-high' | 'level-rose' | 'group-chart' | 'silent';

/** What an agency chose, in one of its versions; a cycle goes by the one that was in force when it opened. */
export interface Policy {
  version: number;
  minimumGroup: number;
  threshold: number;
  rules: Rule[];
  silentAfter: number;
  respondWithinDays: number;
  since: string;
  /** A staff id, empty for how the service was set up. */
  changedBy: string;
}

/* ---- mentorship-matching ---- */

/** Somebody by name; without one once they are erased. */
export interface Person {
  staffId: string;
  displayName: string | null;
}

export interface Match {
  matchId: string;
  as: 'mentor' | 'mentee';
  with: Person;
  /** When both had said yes. */
  since: string | null;
  /** Lapsed: a proposal that came to nothing, for whatever reason. */
  state: 'proposed' | 'active' | 'paused' | 'ended' | 'lapsed';
  /** Until when a proposal waits. */
  answerBy: string | null;
  /** Whether the reader has said yes. */
  accepted: boolean;
  /** The rule about work that ended it. */
  endedByRule: string | null;
  score: number;
  points: { criterion: string; points: number; because: string }[];
}

export interface OwnParticipation {
  /** Whether nothing new is proposed. */
  onHold: boolean;
  /** Whether that came because a proposal was not answered. */
  becauseUnanswered: boolean;
  /** Those with whom one is never matched. */
  apart: Person[];
}

/** A session of what one shares with others. */
export interface OwnSession {
  sessionId: string;
  state: 'planned' | 'held' | 'cancelled';
  /** When it is to begin, or when it began. */
  startsAt: string;
  minutes: number;
  where: string | null;
  /** Ids of tags. */
  topics: string[];
}

export interface SharedGoal {
  goalId: string;
  text: string;
  by: Person;
  mine: boolean;
  state: 'open' | 'reached' | 'dropped';
  /** A day. */
  due: string | null;
}

/** What was agreed in a session. */
export interface Agreement {
  agreementId: string;
  text: string;
  by: Person;
  mine: boolean;
  state: 'open' | 'kept' | 'not-kept';
}

export interface OwnFeedback {
  side: 'mentor' | 'mentee' | 'supervisee';
  /** What one is asked about. */
  items: string[];
  /** Each item with 1 (not at all) to 5 (fully). */
  answers: Record<string, number> | null;
  givenAt: string | null;
}

/** A wish to be introduced to somebody who knows about a topic, from the side of one of the two. */
export interface OwnIntroduction {
  introductionId: string;
  topic: string;
  at: string | null;
  state: 'looking' | 'made' | 'nobodyFound' | 'passed';
  answerBy: string | null;
  /** Once both have said yes. */
  with: Person | null;
}

export interface OwnIntroductions {
  /** About how many know; only with a topic. */
  about: { from: number; to: number } | null;
  mine: OwnIntroduction[];
  ofMe: OwnIntroduction[];
}

/** An event, or a learning group that meets several times. */
export interface AgencyEvent {
  eventId: string;
  title: string;
  /** Of the first meeting, if it is repeated. */
  startsAt: string;
  endsAt: string;
  /** Null for once; at the same time of day in a time zone. */
  repetition: { everyDays: number; times: number; zone: string } | null;
  /** The one that is under way or to come, counted from 1. */
  next: { number: number; startsAt: string; endsAt: string };
  place: string;
  topic: string;
  places: number;
  free: number;
  cancelled: boolean;
  organiser: Person;
  /** Whether the reader joined. */
  joined: boolean;
  /** Who joined, for the organiser; null for others. */
  people: Person[] | null;
}

export interface OwnSupervision {
  supervisionId: string;
  as: 'supervisor' | 'supervisee';
  with: Person;
  everyDays: number;
  state: 'proposed' | 'active' | 'paused' | 'ended';
  /** When it was accepted. */
  since: string | null;
  lastHeld: string | null;
  /** From when the next session is due, while it is active. */
  nextDue: string | null;
}

/** A supervision as HR sees it that named the two. */
export interface NamedSupervision {
  supervisionId: string;
  /** Without an id and a name once they are erased. */
  supervisor: Person;
  supervisee: Person;
  everyDays: number;
  /** Proposed: waits for the supervisee. */
  state: 'proposed' | 'active' | 'ended';
  namedAt: string;
}

export type CircleKind = 'circle' | 'supervision-group';

/** A circle that one could be in: nobody in it is named. */
export interface OpenCircle {
  circleId: string;
  kind: CircleKind;
  topics: string[];
  /** Of the week, such as tue-pm. */
  halfDay: string;
  rhythmDays: number;
  size: '1-4' | '5-6' | '7-8';
}

export interface OwnCircle {
  circleId: string;
  kind: CircleKind;
  /** Lapsed: it came to nothing. */
  state: 'proposed' | 'active' | 'ended' | 'left' | 'lapsed';
  /** Until when a proposal waits. */
  answerBy: string | null;
  /** Whether the reader has said yes. */
  accepted: boolean;
  since: string | null;
  /** Everybody it is proposed to, and once it has begun, who is in it. */
  members: Person[];
  languages: string[];
  topics: string[];
  halfDay: string;
  rhythmDays: number;
  /** The next ones, and whose turn it is to lead. */
  meetings: { on: string; facilitator: Person | null }[];
  merging: CircleMerging | null;
}

/** What is proposed as a circle has too few members. */
export interface CircleMerging {
  answerBy: string;
  /** Whether nothing more is asked of the reader. */
  agreed: boolean;
  /** How many would come to the reader's circle; null where the reader would move. */
  coming: number | null;
  /** Where the reader would go on; null where others would come. */
  into: OpenCircle | null;
}

/** A circle as HR sees it: without members before it begins. */
export interface CircleOverview {
  circleId: string;
  kind: CircleKind;
  state: 'proposed' | 'active' | 'ended';
  since: string | null;
  members: Person[];
}

/** Where HR forms circles, from opening to publishing. */
export interface CircleForming {
  formingId: string;
  name: string;
  kind: CircleKind;
  /** Whether no two of a circle may work in the same unit. */
  differentUnits: boolean;
  /** Whether nobody may be with somebody of their circles by the last two formings. */
  newCompany: boolean;
  state: 'open' | 'published' | 'cancelled';
  openedAt: string;
  publishedAt: string | null;
  /** How many people could be placed in it. */
  people: number;
}

export interface FormedCircle {
  circleId: string;
  members: Person[];
  halfDay: string;
  languages: string[];
  topics: string[];
  /** What all pairs of the circle gain together, 0 to 100 each. */
  score: number;
  /** Part by part, the score in all. */
  points: Record<string, number>;
}

export interface FormingPreview {
  figures: {
    circles: number;
    /** How many people have one. */
    placed: number;
    score: number;
    /** Proven: no circles of the same people and sizes gain more. */
    bound: number;
    /** Score by bound, up to 1; null without a circle. */
    ratio: number | null;
  };
  circles: FormedCircle[];
  leftOut: { person: Person; rule: string; because: string }[];
  /** What is in the way of placing everybody; numbers are null where they could tell on somebody. */
  obstacles: { rule: string; because: string; people: number | null; room: number | null }[];
}

/** A match as HR sees it. */
export interface Couple {
  matchId: string;
  mentor: Person;
  mentee: Person;
  since: string | null;
  state: Match['state'];
  score: number;
}

/** How the agency wants people to be brought together, in one of its versions. */
export interface MatchingProgramme {
  version: number;
  /** Points that each criterion is worth at most; 100 in all. */
  weights: Record<string, number>;
  differentUnits: boolean;
  /** Half days a week. */
  leastCommonTimes: number;
  /** Whether proposals follow by themselves. */
  automatic: boolean;
  /** What is best for all together, or that no two would rather have each other. */
  mode: 'best' | 'stable';
  /** Null for what holds before anybody decides. */
  since: string | null;
}

export type Reason = 'bothAskedForIt' | 'worksWellTogether' | 'conflictKnown' | 'tooClose' | 'accessibility' | 'other';

/** What HR decided about a pair. */
export interface Decision {
  kind: 'pin' | 'forbid';
  mentor: Person;
  mentee: Person;
  reason: Reason;
  at: string;
  /** A staff id. */
  by: string;
}

export interface Round {
  roundId: string;
  name: string;
  state: 'open' | 'published' | 'cancelled';
  openedAt: string;
  publishedAt: string | null;
  /** The version by which pairs are weighed. */
  programme: number;
  waiting: number;
  places: number;
  decisions: Decision[];
}

export interface RoundFigures {
  /** Empty for the round as it is. */
  name: string;
  matched: number;
  unmatched: number;
  /** Score of the worst pair. */
  worst: number;
  mean: number;
  total: number;
  /** Pairs in which both would rather have each other. */
  blockingPairs: number;
  /** Ids of the mentees whose mentor would be another, or none. */
  changed: string[];
}

export interface RoundPair {
  mentor: Person;
  mentee: Person;
  score: number;
  /** By criterion. */
  points: Record<string, number>;
  pinned: boolean;
}

export interface RoundPreview {
  figures: RoundFigures;
  pairs: RoundPair[];
  unmatched: Person[];
}

/** A place by score among those whom the rules allow; null without a pair. */
export interface Rank {
  place: number | null;
  of: number;
}

/** Why somebody has this mentor or none. */
export interface Explanation {
  mentorId: string | null;
  points: Record<string, number>;
  ofMentors: Rank;
  ofMentees: Rank | null;
  /** How many mentors each rule forbids. */
  forbidden: Record<string, number>;
  /** Where there is no mentor: who competes for places that are one fewer. */
  competition: { menteeIds: string[]; mentorIds: string[]; places: number } | null;
  whyNot: WhyNot | null;
}

/** The rule that forbids another pair, or what the programme would lose by it; below 0 it would win. */
export interface WhyNot {
  rule: string | null;
  score: number | null;
  points: Record<string, number>;
  matched: number | null;
  worst: number | null;
  total: number | null;
  /** Ids of the others whose mentor would be another. */
  changed: string[];
}

/* ---- profile ---- */

export interface Mentoring {
  asMentor: { capacity: number; skills: string[]; directions: string[]; wants: string } | null;
  asMentee: { needs: string[]; directions: string[]; wants: string } | null;
  caseloads: string[];
  /** Empty for any time. */
  times: string[];
  /** Empty for either way. */
  meets: string[];
  asPeer: { circle: boolean; supervisionGroup: boolean; introductions: boolean; topics: string[] } | null;
}

export interface Profile {
  staffId: string;
  displayName: string;
  unit: Unit | null;
  roles: Role[];
  languages: string[];
  mentoring: Mentoring | null;
}

export interface Word {
  id: string;
  label: string;
}

export interface Vocabulary {
  /** What skills, needs and topics are named with. */
  tags: Word[];
  caseloads: Word[];
  directions: Word[];
  times: Word[];
  meets: Word[];
  wants: { asMentor: Word[]; asMentee: Word[] };
}

export interface RefusedRow {
  line: number;
  column: string | null;
  reason: string;
  remedy: string | null;
}

export interface ImportReport {
  importId: string | null;
  fileName: string | null;
  rows: number;
  accepted: number;
  /** New people are changes too. */
  changed: number;
  unchanged: number;
  refusedRows: number;
  /** At most a thousand. */
  refused: RefusedRow[];
  units: { accepted: number; changed: number; unchanged: number };
  absent: number;
  ignoredColumns: string[];
}
