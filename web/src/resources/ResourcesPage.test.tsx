import { fireEvent, screen } from '@testing-library/react';
import type { Resource } from '../api/types';
import { gateway, json } from '../test/gateway';
import { show } from '../test/render';
import ResourcesPage from './ResourcesPage';

const line: Resource = {
  resourceId: 'peer-line',
  version: 1,
  kind: 'peer-line',
  title: { en: 'Colleagues who listen', es: 'Colegas que escuchan' },
  text: { en: 'Call any evening.', es: 'Llame cualquier tarde.' },
  link: null,
  phone: '+44 20 7946 0000',
  needs: ['support'],
  active: true,
};
const course: Resource = { ...line, resourceId: 'course', kind: 'training', title: { en: 'Planning a week', es: 'Planificar la semana' }, phone: null, link: 'https://example.org/', needs: ['workload'] };

it('keeps what somebody looks for in the browser', async () => {
  const { asked } = gateway({ 'GET /api/burnout-alert/resources': () => json([line, course, { ...line, resourceId: 'old', title: { en: 'Gone', es: 'Ido' }, active: false }]) });
  show(<ResourcesPage />);
  expect(await screen.findByText('Planning a week')).toBeInTheDocument();
  expect(screen.queryByText('Gone')).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Support' }));
  expect(screen.queryByText('Planning a week')).not.toBeInTheDocument();
  expect(screen.getByText('1 entry fits.')).toBeInTheDocument();
  expect(asked).toHaveLength(1);
});

it('offers the phone as a link and counts that it was used', async () => {
  const { of } = gateway({ 'GET /api/burnout-alert/resources': () => json([line]), 'POST /api/burnout-alert/resources/peer-line/opened': () => new Response(null, { status: 204 }) });
  show(<ResourcesPage />);
  const call = await screen.findByRole('link', { name: 'Call +44 20 7946 0000' });
  expect(call).toHaveAttribute('href', 'tel:+442079460000');
  fireEvent.click(call);
  await vi.waitFor(() => expect(of('POST /api/burnout-alert/resources/peer-line/opened')).toHaveLength(1));
});
