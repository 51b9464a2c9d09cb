import { useQuery } from '#stores/use-query.ts';

import { CallTab } from '../features/call-setup/CallTab.tsx';
import { FormsTab } from '../features/call-setup/FormsTab.tsx';
import { ResponsesTab } from '../features/call-setup/ResponsesTab.tsx';
import { CommitteeTab } from '../features/committee/CommitteeTab.tsx';
import { MovePanel } from '../features/selection/MovePanel.tsx';
import type { SelectionPanelProps, SelectionTab } from '../features/selection/SelectionScreen.tsx';
import { SelectionScreen } from '../features/selection/SelectionScreen.tsx';
import { SelectionPapers } from '../features/selection-papers/SelectionPapers.tsx';

/** The committee, whose ranking leads to the same moves as the board. */
function CommitteePanel(props: SelectionPanelProps) {
  const { data: sheet } = useQuery('selection:call', { id: props.callId });
  return (
    <CommitteeTab
      {...props}
      drawMove={(move, after) => (
        <MovePanel
          key={move.ids.join()}
          move={move}
          reasons={sheet?.exclusionReasons ?? []}
          {...after}
        />
      )}
    />
  );
}

const further: readonly SelectionTab[] = [
  { name: 'responses', labelKey: 'callSetup:tab.responses', Panel: ResponsesTab },
  { name: 'forms', labelKey: 'callSetup:tab.forms', Panel: FormsTab },
  { name: 'call', labelKey: 'callSetup:tab.call', Panel: CallTab },
  { name: 'committee', labelKey: 'committeeScreen:tab', Panel: CommitteePanel },
  { name: 'documents', labelKey: 'selectionPapers:tab', Panel: SelectionPapers },
];

/** The selection with the tabs that other features bring to it. */
export function SelectionRoom() {
  return <SelectionScreen further={further} />;
}
