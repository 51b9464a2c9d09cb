import type { ReactNode, Ref } from 'react';
import { useImperativeHandle, useRef, useState } from 'react';

import { SplitView } from '#ui/record-form/SplitView.tsx';

import type { RecordListHandle, RecordListProps } from './RecordList.tsx';
import { RecordList } from './RecordList.tsx';

export interface OpenRecord {
  readonly id: string;
  readonly title: string;
  readonly badge?: ReactNode;
  readonly body: ReactNode;
  /** False for a record that is only being made. */
  readonly isStored: boolean;
}

export interface ListAndRecordProps extends Omit<
  RecordListProps,
  'ref' | 'openId' | 'onOpen' | 'onClose' | 'onPoint'
> {
  readonly ref?: Ref<RecordListHandle>;
  readonly open: OpenRecord | null;
  /** Opens a record by its identifier, or closes what is open. */
  readonly go: (id: string | null) => void;
}

/** The pattern of every register: the list, and beside it the record that is open. */
export function ListAndRecord({ ref, open, go, ...list }: ListAndRecordProps) {
  const handle = useRef<RecordListHandle>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  useImperativeHandle(ref, () => ({
    focusRow: (id) => handle.current?.focusRow(id),
    focusFilter: () => handle.current?.focusFilter(),
    chooseView: (id) => handle.current?.chooseView(id),
    neighbour: async (id, step) => (await handle.current?.neighbour(id, step)) ?? null,
  }));

  // Once made, a new record keeps the keyboard that its form had.
  if (open !== null && !open.isStored && !takesFocus) setTakesFocus(true);

  function close(): void {
    const id = open?.id;
    go(null);
    // The list takes the keyboard back once it is alone on the screen again.
    requestAnimationFrame(() => {
      handle.current?.focusRow(id);
    });
  }

  function step(by: 1 | -1): void {
    const isInPanel = document.activeElement?.closest('aside') !== null;
    if (open === null) return;
    handle.current?.neighbour(open.id, by).then((id) => {
      if (id === null) return;
      setTakesFocus(isInPanel);
      go(id);
      if (!isInPanel) handle.current?.focusRow(id);
    }, list.onError);
  }

  return (
    <SplitView
      list={
        <RecordList
          {...list}
          ref={handle}
          openId={open?.id ?? null}
          onOpen={(id) => {
            setTakesFocus(true);
            go(id);
          }}
          onPoint={(id) => {
            if (open === null || !open.isStored) return;
            setTakesFocus(false);
            go(id);
          }}
          onClose={close}
        />
      }
      panel={
        open === null
          ? null
          : {
              ...open,
              takesFocus: takesFocus && open.isStored,
              isInList: open.isStored,
              onRemove:
                open.isStored && !list.isReadOnly
                  ? () => {
                      close();
                      list.port.remove({ ids: [open.id] }, 1).catch(list.onError);
                    }
                  : null,
            }
      }
      onClose={close}
      onStep={step}
    />
  );
}
