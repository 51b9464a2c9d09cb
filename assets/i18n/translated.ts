/** The same keys with texts of another language: what every translation of `T` must have. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};
