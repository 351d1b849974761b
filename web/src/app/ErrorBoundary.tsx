import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from './Empty';

function Crashed() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Empty title={t('app.crashed')} text={t('app.crashedText')}>
        <Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>
      </Empty>
    </div>
  );
}

/** Keeps the navigation usable when a page fails to draw or its chunk fails to load; `at` is where, so that leaving mends it. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError(): { failedAt: string } {
    return { failedAt: '' };
  }

  override componentDidUpdate(previous: { at: string }): void {
    if (this.state.failedAt !== null && previous.at !== this.props.at) {
      this.setState({ failedAt: null });
    }
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <Crashed />;
  }
}
