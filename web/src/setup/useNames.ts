import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';

interface Person {
  staffId: string;
  displayName: string;
}

/** What to call whoever changed something; only for HR and administrators, who may read the staff list. */
export function useNames(): (staffId: string) => string {
  const { t } = useTranslation();
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => call<Person[]>('/api/profile/staff', { signal }),
    staleTime: Infinity,
  });
  return (staffId) => {
    if (staffId === '') {
      return t('setup.nobody');
    }
    return staff.data?.find((person) => person.staffId === staffId)?.displayName ?? staffId;
  };
}
