import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { call } from '../api/http';
import type { TreeUnit } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page, STAY } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { Alerts } from './Alerts';
import { Comments } from './Comments';
import { SupportEffect } from './SupportEffect';
import { type Branch, treeOf } from './tree';
import { UnitPicker } from './UnitPicker';
import classes from './UnitsPage.module.css';
import { UnitTrend } from './UnitTrend';

/** Group figures for HR and supervisors: only what was published when a pulse closed. */
export default function UnitsPage() {
  const { t, i18n } = useTranslation();
  const { unitId = null } = useParams();
  const navigate = useNavigate();
  const { roles } = useSignedIn();
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => call<TreeUnit[]>('/api/burnout-alert/units', { signal }),
  });
  const tree = useMemo(() => treeOf(units.data ?? [], i18n.language), [units.data, i18n.language]);

  if (unitId === null && tree.length === 1 && tree[0]) {
    return <Navigate to={`/units/${encodeURIComponent(tree[0].unit.unitId)}`} replace />;
  }
  const aside = (
    <aside className={classes.aside}>
      <Alerts key={unitId} unitId={unitId} />
    </aside>
  );
  return (
    <Page title={t('units.title')} wide>
      {units.isPending && <Loading height={200} />}
      {units.isError && !units.data && <ProblemAlert error={units.error} onRetry={() => void units.refetch()} />}
      {units.data && tree.length === 0 && <Empty title={t('units.none')} text={t('units.noneText')} />}
      {tree.length > 0 && (
        <>
          <UnitPicker tree={tree} chosen={unitId} onChoose={(chosen) => void navigate(`/units/${encodeURIComponent(chosen)}`, { state: STAY })} />
          <div className={classes.columns}>
            {unitId === null ? (
              <>
                <UnitList tree={tree} />
                {aside}
                {roles.includes('hr') && <SupportEffect />}
              </>
            ) : (
              <>
                <UnitTrend key={unitId} unitId={unitId} aside={aside} />
                <Comments key={`comments of ${unitId}`} unitId={unitId} />
              </>
            )}
          </div>
        </>
      )}
    </Page>
  );
}

function UnitList({ tree }: { tree: readonly Branch[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('units.yours')}>
      <ul className={classes.units}>
        {tree.map(({ unit, depth }) => (
          <li key={unit.unitId}>
            <Link className={classes.unit} style={{ paddingInlineStart: `${0.6 + depth * 1.25}rem` }} data-top={depth === 0 || undefined} to={`/units/${encodeURIComponent(unit.unitId)}`}>
              {unit.name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
