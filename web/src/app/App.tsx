import { Text } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { Unreachable } from '../api/http';
import { Card } from './Card';
import { ErrorBoundary } from './ErrorBoundary';
import { Landing } from './Landing';
import { Loading } from './Loading';
import { Page } from './Page';
import { entriesFor, mayOpen, type PagePath } from './pages';
import { ProblemAlert } from './ProblemAlert';
import { forgetReturnPath, returnPath, SignedInContext, signedInOf, useSession, useSignedIn } from './session';
import { Shell } from './Shell';

const Pulse = lazy(() => import('../pulse/PulsePage'));
const Scores = lazy(() => import('../scores/ScoresPage'));
const Units = lazy(() => import('../units/UnitsPage'));
const CrossCuts = lazy(() => import('../crosscuts/CrossCutsPage'));
const Mentoring = lazy(() => import('../mentoring/MentoringPage'));
const Circles = lazy(() => import('../circles/CirclesPage'));
const Supervisions = lazy(() => import('../supervision/SupervisionsPage'));
const Together = lazy(() => import('../together/TogetherPage'));
const Events = lazy(() => import('../events/EventsPage'));
const Peers = lazy(() => import('../peers/PeersPage'));
const Help = lazy(() => import('../help/HelpPage'));
const Resources = lazy(() => import('../resources/ResourcesPage'));
const Ledger = lazy(() => import('../ledger/LedgerPage'));
const Programme = lazy(() => import('../programme/ProgrammePage'));
const Matching = lazy(() => import('../rounds/MatchingPage'));
const Round = lazy(() => import('../rounds/RoundPage'));
const Reports = lazy(() => import('../reports/ReportsPage'));
const Formings = lazy(() => import('../circles/FormingsPage'));
const Forming = lazy(() => import('../circles/FormingPage'));
const Namings = lazy(() => import('../supervision/NamingsPage'));
const Access = lazy(() => import('../access/AccessPage'));
const Notifications = lazy(() => import('../notifications/NotificationsPage'));
const Setup = lazy(() => import('../setup/SetupPage'));
const Settings = lazy(() => import('../settings/SettingsPage'));
const Instruments = lazy(() => import('../instruments/InstrumentsPage'));
const Directory = lazy(() => import('../resources/DirectoryPage'));
const Import = lazy(() => import('../import/ImportPage'));

/** Decides between the landing page and the signed-in app. */
export function App() {
  const session = useSession();
  if (session.isPending) {
    return <Loading />;
  }
  if (session.isError) {
    return session.error instanceof Unreachable ? <Landing down /> : <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />;
  }
  const signedIn = signedInOf(session.data);
  if (signedIn === null) {
    return <Landing />;
  }
  return (
    <SignedInContext value={signedIn}>
      <Shell>
        <SignedInRoutes />
      </Shell>
    </SignedInContext>
  );
}

function SignedInRoutes() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary at={pathname}>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route index element={<Home />} />
          <Route path="pulse" element={<Guarded path="/pulse" page={Pulse} />} />
          <Route path="scores" element={<Guarded path="/scores" page={Scores} />} />
          <Route path="mentoring" element={<Guarded path="/mentoring" page={Mentoring} />} />
          <Route path="circles" element={<Guarded path="/circles" page={Circles} />} />
          <Route path="supervision" element={<Guarded path="/supervision" page={Supervisions} />} />
          <Route path="together/:kind/:id" element={<Guarded path="/together" page={Together} />} />
          <Route path="events" element={<Guarded path="/events" page={Events} />} />
          <Route path="help" element={<Guarded path="/help" page={Help} />} />
          <Route path="peers" element={<Guarded path="/peers" page={Peers} />} />
          <Route path="resources" element={<Guarded path="/resources" page={Resources} />} />
          <Route path="ledger" element={<Guarded path="/ledger" page={Ledger} />} />
          <Route path="programme" element={<Guarded path="/programme" page={Programme} />} />
          <Route path="matching" element={<Guarded path="/matching" page={Matching} />} />
          <Route path="matching/circles" element={<Guarded path="/matching/circles" page={Formings} />} />
          <Route path="matching/circles/:formingId" element={<Guarded path="/matching/circles" page={Forming} />} />
          <Route path="matching/supervisions" element={<Guarded path="/matching/supervisions" page={Namings} />} />
          <Route path="matching/reports" element={<Guarded path="/matching/reports" page={Reports} />} />
          <Route path="matching/:roundId" element={<Guarded path="/matching" page={Round} />} />
          <Route path="access" element={<Guarded path="/access" page={Access} />} />
          <Route path="notifications" element={<Guarded path="/notifications" page={Notifications} />} />
          <Route path="units" element={<Guarded path="/units" page={Units} />} />
          <Route path="units/:unitId" element={<Guarded path="/units" page={Units} />} />
          <Route path="cross-cuts" element={<Guarded path="/cross-cuts" page={CrossCuts} />} />
          <Route path="cross-cuts/:crossCutId" element={<Guarded path="/cross-cuts" page={CrossCuts} />} />
          <Route path="setup" element={<Guarded path="/setup" page={Setup} />} />
          <Route path="setup/settings" element={<Guarded path="/setup/settings" page={Settings} />} />
          <Route path="setup/instruments" element={<Guarded path="/setup/instruments" page={Instruments} />} />
          <Route path="setup/resources" element={<Guarded path="/setup/resources" page={Directory} />} />
          <Route path="setup/import" element={<Guarded path="/setup/import" page={Import} />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** Back to where the session ended, else the first page of one's role. */
function Home() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const first = entriesFor(roles)[0]?.pages[0];
  useEffect(forgetReturnPath, []);
  if (first === undefined) {
    return <Notice title={t('app.noRole')} text={t('app.noRoleText')} />;
  }
  return <Navigate to={returnPath() ?? first.path} replace />;
}

/** Spares a person a page that would only be refused; the services decide for themselves. */
function Guarded({ path, page: Shown }: { path: PagePath; page: ComponentType }) {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  if (mayOpen(path, roles)) {
    return <Shown />;
  }
  return <Notice title={t('app.notYours')} text={t('app.notYoursText')} withWayHome />;
}

function NotFound() {
  const { t } = useTranslation();
  return <Notice title={t('app.notFound')} text={t('app.notFoundText')} withWayHome />;
}

/** A page that has nothing to show but a reason. */
function Notice({ title, text, withWayHome = false }: { title: string; text: string; withWayHome?: boolean }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <Card>
        <Text>{text}</Text>
        {withWayHome && <Link to="/">{t('app.home')}</Link>}
      </Card>
    </Page>
  );
}
