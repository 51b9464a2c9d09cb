/**
 * Menus of a list stand in the list itself, within its landmark; without the library's empty first
 * element, which is no menu item.
 */
export const listMenu = {
  withinPortal: false,
  withInitialFocusPlaceholder: false,
  // Items that can have the focus let a long menu be scrolled by keyboard.
  menuItemTabIndex: 0,
  position: 'bottom-start',
  shadow: 'md',
} as const;
