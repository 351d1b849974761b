import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WhyNot as Answer } from '../api/types';
import { useFormat } from '../i18n/format';
import classes from './Rounds.module.css';
import { useRule } from './words';

/** What stands against another mentor: a rule, or what the programme would lose. */
export function WhyNot({ answer, nameOf }: { answer: Answer; nameOf: (staffId: string) => string }) {
  const { t } = useTranslation();
  const { list, number } = useFormat();
  const rule = useRule();
  if (answer.rule !== null) {
    return <Text role="status">{t('matching.whyNot.forbidden', { rule: rule(answer.rule) })}</Text>;
  }
  const loss = (what: 'matched' | 'worst' | 'total', more: 'matchedMore' | 'worstBetter' | 'totalBetter') => {
    const lost = answer[what] ?? 0;
    return lost === 0 ? [] : [lost > 0 ? t(`matching.whyNot.${what}`, { count: lost }) : t(`matching.whyNot.${more}`, { count: -lost })];
  };
  const losses = [...loss('matched', 'matchedMore'), ...loss('worst', 'worstBetter'), ...loss('total', 'totalBetter')];
  if (answer.changed.length > 0) {
    losses.push(t('matching.whyNot.changed', { count: answer.changed.length, names: list(answer.changed.map(nameOf)) }));
  }
  const score = number(answer.score ?? 0);
  return (
    <div role="status">
      <Text>{t(losses.length > 0 ? 'matching.whyNot.possible' : 'matching.whyNot.free', { score })}</Text>
      <ul className={classes.list}>
        {losses.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
