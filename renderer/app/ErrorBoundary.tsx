import { Button, Center, Code, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly fault: Error | null;
}

/** Keeps a fault of one screen from taking the window down; nothing saved is concerned. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return <FaultNote fault={this.state.fault} onContinue={() => this.setState({ fault: null })} />;
  }
}

function FaultNote({ fault, onContinue }: { readonly fault: Error; onContinue(): void }) {
  const { t } = useTranslation();
  return (
    <Center component="section" h="100%" p="xl">
      <Stack maw={560} role="alert">
        <Title order={1} size="h2">
          {t('shell:fault.title')}
        </Title>
        <Text>{t('shell:fault.what')}</Text>
        <Code block>{fault.message}</Code>
        <Group>
          <Button onClick={onContinue}>{t('shell:fault.again')}</Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('shell:fault.reload')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}
