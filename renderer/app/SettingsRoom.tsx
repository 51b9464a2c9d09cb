import { useLocation } from 'wouter';

import { HouseStyleScreen } from '../features/house-style/HouseStyleScreen.tsx';
import { HouseStyleSummary } from '../features/house-style/HouseStyleSummary.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { isBelow } from './MeetingsFrame.tsx';

/** The settings with the look of documents, which has a screen of its own below them. */
export function SettingsRoom() {
  const [location] = useLocation();
  if (isBelow(location, '/settings/style')) return <HouseStyleScreen />;
  return <SettingsScreen documents={<HouseStyleSummary />} />;
}
