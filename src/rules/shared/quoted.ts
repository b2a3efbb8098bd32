/** A name in quotes; one that has quotes itself (“三支一扶”慰问金) gets corner ones. */
export const quoted = (name: string): string => (/[“”]/.test(name) ? `「${name}」` : `“${name}”`)
