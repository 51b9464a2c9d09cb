import { Center, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';

const PATIENCE_MS = 300;

/** Nothing at first, and a sign of life if it takes longer: what is quick must not flicker. */
export function LateLoader({ label }: { readonly label: string }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Center h="100%" p="xl" aria-busy="true">
      {isLate && <Loader aria-label={label} />}
    </Center>
  );
}
