import { Badge, Button, NativeSelect, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { Fragment, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchingProgramme, Person, Round, RoundPair, RoundPreview } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { useFormat } from '../i18n/format';
import { Mentee } from './Mentee';
import { Bar } from './Points';
import classes from './Rounds.module.css';
import { usePersonName } from './useRounds';

const AT_ONCE = 50;
const ORDERS = ['score', 'mentee', 'mentor'] as const;

/** Who is brought together and for whom there is nobody; each mentee opens to say why and to decide. */
export function Preview({ round, preview, mode }: { round: Round; preview: RoundPreview; mode: MatchingProgramme['mode'] }) {
  const { t, i18n } = useTranslation();
  const { number, decimal } = useFormat();
  const person = usePersonName();
  const told = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('score');
  const [sought, setSought] = useState('');
  const [all, setAll] = useState(false);
  const { figures, unmatched } = preview;

  const byName = (one: Person, other: Person) => person(one).localeCompare(person(other), i18n.language);
  const isSought = (someone: Person) => person(someone).toLocaleLowerCase(i18n.language).includes(sought.trim().toLocaleLowerCase(i18n.language));
  const pairs = preview.pairs
    .filter(({ mentor, mentee }) => isSought(mentor) || isSought(mentee))
    .toSorted((one, other) => (order === 'score' && one.score - other.score) || (order === 'mentor' && byName(one.mentor, other.mentor)) || byName(one.mentee, other.mentee));
  const shown = all ? pairs : pairs.slice(0, AT_ONCE);

  const opener = (mentee: Person, pair: RoundPair | null) => ({
    mentee,
    open: opened === mentee.staffId,
    onToggle: () => setOpened(opened === mentee.staffId ? null : mentee.staffId),
    part: (
      <Mentee
        round={round}
        preview={preview}
        mentee={mentee}
        pair={pair}
        onDecided={(words) => {
          setSaid(words);
          setOpened(null);
          // what was opened is not there any more
          told.current?.focus();
        }}
      />
    ),
  });

  return (
    <Card title={t(round.state === 'published' ? 'matching.preview.titlePublished' : 'matching.preview.title')}>
      <dl className={entries.figures}>
        <div>
          <dt>{t('matching.preview.matched')}</dt>
          <dd>{t('matching.preview.ofWaiting', { matched: number(figures.matched), waiting: number(figures.matched + figures.unmatched) })}</dd>
        </div>
        <div>
          <dt>{t('matching.preview.worst')}</dt>
          <dd>{t('matching.points', { count: figures.worst })}</dd>
        </div>
        <div>
          <dt>{t('matching.preview.mean')}</dt>
          <dd>{decimal(figures.mean)}</dd>
        </div>
        <div>
          <dt>{t('matching.preview.unmatched')}</dt>
          <dd>{number(figures.unmatched)}</dd>
        </div>
      </dl>
      <Text size="sm" c="dimmed">
        {t(`matching.preview.how.${mode}`)}
      </Text>
      <p ref={told} role="status" tabIndex={-1} className={classes.told}>
        {said}
      </p>
      {preview.pairs.length === 0 ? (
        <Text>{t('matching.preview.none')}</Text>
      ) : (
        <>
          <div className={classes.tools}>
            <TextInput type="search" label={t('matching.preview.find')} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
            <NativeSelect
              label={t('matching.preview.order')}
              data={ORDERS.map((each) => ({ value: each, label: t(`matching.preview.orders.${each}`) }))}
              value={order}
              onChange={(event) => setOrder(event.currentTarget.value as typeof order)}
            />
          </div>
          {pairs.length === 0 && <Text role="status">{t('matching.preview.nobody')}</Text>}
          <table className={classes.table}>
            <caption>
              <VisuallyHidden>{t('matching.preview.caption')}</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('matching.preview.mentee')}</th>
                <th scope="col">{t('matching.preview.mentor')}</th>
                <th scope="col">{t('matching.preview.score')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((pair) => (
                <Row key={pair.mentee.staffId} pair={pair} {...opener(pair.mentee, pair)} />
              ))}
            </tbody>
          </table>
          {shown.length < pairs.length && (
            <div>
              <Button variant="default" onClick={() => setAll(true)}>
                {t('matching.preview.all', { count: pairs.length })}
              </Button>
            </div>
          )}
        </>
      )}
      <div className={classes.part}>
        <h3 className={classes.subtitle}>{t('matching.preview.unmatched')}</h3>
        <Text size="sm" c="dimmed">
          {t(unmatched.length === 0 ? 'matching.preview.unmatchedNone' : round.state === 'open' ? 'matching.preview.unmatchedText' : 'matching.preview.unmatchedPublished')}
        </Text>
        <ul className={classes.unmatched}>
          {unmatched.toSorted(byName).map((mentee) => (
            <Alone key={mentee.staffId} {...opener(mentee, null)} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

interface Opener {
  mentee: Person;
  open: boolean;
  onToggle: () => void;
  part: ReactNode;
}

function Row({ pair, mentee, open, onToggle, part }: Opener & { pair: RoundPair }) {
  const { t } = useTranslation();
  const person = usePersonName();
  const id = useId();
  return (
    <Fragment>
      <tr data-open={open || undefined}>
        <th scope="row">
          <Toggle name={person(mentee)} controls={id} open={open} onToggle={onToggle} />
        </th>
        <td>
          {person(pair.mentor)}{' '}
          {pair.pinned && (
            <Badge color="kelp" variant="light" tt="none">
              {t('matching.preview.pinned')}
            </Badge>
          )}
        </td>
        <td className={classes.score}>
          <Bar value={pair.score} of={100} />
        </td>
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={3} className={classes.opened}>
            {part}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Alone({ mentee, open, onToggle, part }: Opener) {
  const person = usePersonName();
  const id = useId();
  return (
    <li>
      <Toggle name={person(mentee)} controls={id} open={open} onToggle={onToggle} />
      {open && <div id={id}>{part}</div>}
    </li>
  );
}

function Toggle({ name, controls, open, onToggle }: { name: string; controls: string; open: boolean; onToggle: () => void }) {
  return (
    <button type="button" className={classes.toggle} aria-expanded={open} aria-controls={open ? controls : undefined} onClick={onToggle}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className={classes.mark}>
        <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {name}
    </button>
  );
}
