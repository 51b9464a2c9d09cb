import { Group, Kbd, Modal, SimpleGrid, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useDialogs } from '#stores/dialogs.store.ts';

import { screens } from './screens.ts';

interface Shortcut {
  readonly keys: readonly string[];
  readonly what: string;
}

/** The sheet of shortcuts (?). */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const isOpen = useDialogs((state) => state.dialog?.kind === 'shortcuts');
  const close = useDialogs((state) => state.close);
  const everywhere: Shortcut[] = [
    { keys: ['Ctrl', 'K'], what: t('shell:shortcuts.search') },
    { keys: ['Ctrl', 'Z'], what: t('shell:shortcuts.undo') },
    { keys: ['Ctrl', t('shell:shortcuts.shiftKey'), 'Z'], what: t('shell:shortcuts.redo') },
    { keys: ['Esc'], what: t('shell:shortcuts.escape') },
    { keys: ['?'], what: t('shell:shortcuts.title') },
  ];
  const lists: Shortcut[] = [
    { keys: ['Ctrl', 'N'], what: t('shell:shortcuts.new') },
    { keys: ['Ctrl', 'F'], what: t('shell:shortcuts.filter') },
    { keys: ['↑', '↓', '←', '→'], what: t('shell:shortcuts.arrows') },
    { keys: ['↵'], what: t('shell:shortcuts.enter') },
    { keys: [t('shell:shortcuts.spaceKey')], what: t('shell:shortcuts.space') },
  ];
  const goes: Shortcut[] = [
    ...screens.map(({ id, letter }) => ({ keys: ['g', letter], what: t(`shell:screen.${id}`) })),
    { keys: ['Ctrl', `1…${screens.length}`], what: t('shell:shortcuts.inOrder') },
  ];
  const alt = (key: string): readonly string[] => ['Alt', key];
  const meetings: Shortcut[] = [
    { keys: alt('1…3'), what: t('meetings:shortcuts.faces') },
    { keys: alt('↑ ↓'), what: t('meetings:shortcuts.items') },
    { keys: ['Ctrl', '↵'], what: t('meetings:shortcuts.next') },
    { keys: ['F6'], what: t('meetings:shortcuts.panes') },
    { keys: alt('↑ ↓'), what: t('meetings:shortcuts.move') },
    { keys: ['P', 'E', 'R', 'A'], what: t('meetings:shortcuts.attendance') },
    { keys: ['/'], what: t('meetings:shortcuts.commands') },
    { keys: ['@'], what: t('meetings:shortcuts.mention') },
  ];
  return (
    <Modal.Root opened={isOpen} onClose={close} size="xl" centered>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        {/* Not the library's own header, which would be a second banner of the page. */}
        <Group justify="space-between" p="md" pb={0}>
          <Modal.Title>{t('shell:shortcuts.title')}</Modal.Title>
          <Modal.CloseButton aria-label={t('shell:close')} />
        </Group>
        <Modal.Body pt="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
            <div>
              <Section title={t('shell:shortcuts.everywhere')} shortcuts={everywhere} />
              <Section title={t('shell:shortcuts.lists')} shortcuts={lists} />
            </div>
            <div>
              <Section title={t('shell:shortcuts.screens')} shortcuts={goes} />
              <Section title={t('meetings:shortcuts.title')} shortcuts={meetings} />
            </div>
          </SimpleGrid>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Section(props: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <Title order={3} size="sm" c="dimmed" mb="xs">
        {props.title}
      </Title>
      <Table withRowBorders={false} verticalSpacing={6} horizontalSpacing={0} mb="md">
        <Table.Tbody>
          {props.shortcuts.map(({ keys, what }) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={400}>
                {what}
              </Table.Th>
              <Table.Td ta="right">
                {keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
