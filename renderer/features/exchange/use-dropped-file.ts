import { useWindowEvent } from '@mantine/hooks';
import { useRef, useState } from 'react';

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Parts of the page that take files for themselves, such as a record that keeps them. */
const isTakenElsewhere = (event: DragEvent): boolean =>
  event.target instanceof Element && event.target.closest('[data-takes-files]') !== null;

/** Whether a file hangs over the window; what is dropped goes to `onDrop`, but where a part takes it. */
export function useDroppedFile(onDrop: (carried: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  // Entering a part comes before leaving the whole around it: the balance says whether one is inside.
  const depth = useRef(0);
  const moved = (event: DragEvent, step: 1 | -1): void => {
    if (!carriesFiles(event)) return;
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0 && !(step === 1 && isTakenElsewhere(event)));
  };
  useWindowEvent('dragenter', (event) => moved(event, 1));
  useWindowEvent('dragleave', (event) => moved(event, -1));
  useWindowEvent('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(!isTakenElsewhere(event));
  });
  useWindowEvent('drop', (event) => {
    depth.current = 0;
    setOver(false);
    if (!carriesFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    if (isTakenElsewhere(event)) return;
    onDrop(event.dataTransfer);
  });
  return isOver;
}
