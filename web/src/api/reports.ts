/** What mentorship-matching tells HR about the programme: figures that stand for at least five people each, or say that they do not. */

/** A range in place of a number that is never told, both ends included. */
export interface Band {
  from: number;
  to: number;
}

/** Of which months (such as 2026-05, the newest first) there are reports, and when the running one is over. */
export interface ReportOverview {
  months: string[];
  nextAt: string;
}

/** One report of one month. */
export interface Report<T> {
  month: string;
  madeAt: string;
  report: T;
}

/** A time in which things were counted. */
export interface Counted {
  /** Null if everything before counts. */
  from: string | null;
  /** Exclusive. */
  to: string;
}

/** How long something takes, in bands of days; quarters are told from 20 people on. */
export interface Spread {
  median: Band;
  lowerQuartile: Band | null;
  upperQuartile: Band | null;
}

/** A number of people or places, with the month that it is of. */
export interface Amount {
  asOf: string;
  about: Band;
}

export type Supply = 'tooFew' | 'enough' | 'plenty';

export interface PoolReport {
  waiting: Amount;
  /** Of the same month; null for fewer than ten people. */
  waitingFor: Spread | null;
  /** The lowest band also where fewer than five mentors have them. */
  free: Amount;
  /** None if they cannot be told apart. */
  places: { asOf: string; names: string[]; waiting: Band; free: Band; supply: Supply }[];
  /** Those of which one of the two is at least five. */
  skills: { name: string; waiting: Amount; free: Amount; supply: Supply }[];
  /** How long people had waited who found a mentor. */
  found: (Counted & { people: Band; days: Spread }) | null;
}

/** A share of people in percent; where fewer than five did, or did not, one of the limits is told in its place. */
export interface Share {
  /** In steps of ten. */
  about: number | null;
  atLeast: number | null;
  atMost: number | null;
  /** Both sides together, each counted as four at least. */
  people: Band;
}

export type Rate = Counted & { share: Share };

/** Each is null as long as there is too little of it. */
export interface OutcomesReport {
  begun: Rate | null;
  stillLiving: Rate | null;
  lasted: (Counted & { people: Band; days: Spread }) | null;
}

export interface FairnessLine {
  names: string[];
  people: Band;
  /** Percent in steps of ten. */
  matched: number;
  /** 0 to 100. */
  score: number;
}

export interface Breakdown {
  lines: FairnessLine[];
  sharesDiffer: boolean;
  scoresDiffer: boolean;
}

/** A breakdown is null where it is withheld; one of them never is. */
export type FairnessReport = Counted & { total: FairnessLine; units: Breakdown | null; service: Breakdown | null; languages: Breakdown | null };

export interface FeedbackReport {
  /** Such as 2026-Q2. */
  quarter: string;
  side: 'mentor' | 'mentee' | 'supervisee';
  /** Such as 5-9; null where they were fewer than five. */
  people: string | null;
  /** 1 to 5; beyond where the mean stands for everything from it to that end. Empty where they were fewer than five. */
  means: { item: string; mean: number; beyond: 'more' | 'less' | null }[];
}
