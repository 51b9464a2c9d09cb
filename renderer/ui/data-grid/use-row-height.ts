import { useEffect, useState } from 'react';

const ROW_REM = 2.125;

const measured = (): number =>
  ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Height of a row in pixels: it follows the size of the text. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(measured);
  useEffect(() => {
    const follow = (): void => {
      setHeight(measured());
    };
    const observer = new MutationObserver(follow);
    observer.observe(document.documentElement, { attributes: true });
    window.addEventListener('resize', follow);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', follow);
    };
  }, []);
  return height;
}
