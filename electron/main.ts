import { registerAppScheme } from '#windows/app-protocol.ts';
import { lockAllContents, sandboxAllContents } from '#windows/hardening.ts';
import { silenceChromium } from '#windows/network.ts';
import { start } from '#windows/start.ts';

sandboxAllContents();
silenceChromium();
registerAppScheme();
lockAllContents();
start();
