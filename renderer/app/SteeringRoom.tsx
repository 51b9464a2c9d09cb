import type { SteeringTab, SteeringTabProps } from '../features/steering/steering-tabs.ts';
import { SteeringScreen } from '../features/steering/SteeringScreen.tsx';
import { lazyScreen } from './lazy-screen.tsx';

const objectives = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/steering/ObjectivesTab.tsx')).ObjectivesTab,
);
const indicators = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/indicators/IndicatorsTab.tsx')).IndicatorsTab,
);
const frame = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/indicators/FrameTab.tsx')).FrameTab,
);
const chain = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/chain/ChainTab.tsx')).ChainTab,
);
const activities = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/activities/ActivitiesTab.tsx')).ActivitiesTab,
);
const needs = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/needs/NeedsTab.tsx')).NeedsTab,
);
const closing = lazyScreen<SteeringTabProps>(
  async () => (await import('../features/steering/ClosingTab.tsx')).ClosingTab,
);

const tabs: readonly SteeringTab[] = [
  { name: 'objectives', labelKey: 'steering:tab.objectives', Panel: objectives.Screen },
  { name: 'indicators', labelKey: 'steering:tab.indicators', Panel: indicators.Screen },
  { name: 'frame', labelKey: 'steering:tab.frame', Panel: frame.Screen },
  { name: 'chain', labelKey: 'steering:tab.chain', Panel: chain.Screen },
  { name: 'activities', labelKey: 'steering:tab.activities', Panel: activities.Screen },
  { name: 'needs', labelKey: 'steering:tab.needs', Panel: needs.Screen },
  { name: 'closing', labelKey: 'steering:tab.closing', Panel: closing.Screen },
];

/** The steering of a group's work with the tabs that other features bring to it. */
export function SteeringRoom() {
  return <SteeringScreen tabs={tabs} />;
}
