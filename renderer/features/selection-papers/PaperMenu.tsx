import { useTranslation } from 'react-i18next';

import { FormatMenu } from '#ui/FormatMenu.tsx';

interface PaperMenuProps<F extends string> {
  readonly name: string;
  readonly formats: readonly F[];
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: (format: F) => void;
}

/** A document of the selection, and the formats it can be written in. */
export function PaperMenu<F extends string>(props: PaperMenuProps<F>) {
  const { t } = useTranslation('selectionPapers');
  return (
    <FormatMenu
      {...props}
      labelOf={(format) => t(`make.format.${format}`)}
      saysOf={(format) => t('make.as', { what: props.name, format: format.toUpperCase() })}
    />
  );
}
