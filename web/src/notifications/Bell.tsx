import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import classes from './Bell.module.css';
import { useNotifications } from './notifications';

/** Leads to what one should hear of, with how much of it is new. */
export function Bell({ onFollow }: { onFollow: () => void }) {
  const { t } = useTranslation();
  const { data } = useNotifications();
  const { pathname } = useLocation();
  // while they are looked at nothing is new
  const fresh = pathname === '/notifications' ? 0 : (data ?? []).filter((notification) => !notification.seen).length;
  return (
    <NavLink to="/notifications" className={classes.bell ?? ''} onClick={onFollow} aria-label={fresh > 0 ? t('notifications.new', { count: fresh }) : t('notifications.title')}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round">
        <path d="M4 14.5V9a6 6 0 0 1 12 0v5.5l1 1H3zM8.5 18h3" strokeLinecap="round" />
      </svg>
      {fresh > 0 && <span className={classes.fresh}>{fresh}</span>}
    </NavLink>
  );
}
