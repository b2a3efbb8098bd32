// Names of the parts of an office file (Open Packaging Conventions), from the root of the package on, without a slash in front.

/** The part that says what another one refers to; `''` is the package itself. */
export const relationsOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The part that `target` is, as `part` names it: `../media/a.png` in `xl/drawings/drawing1.xml`. */
export const resolveTarget = (part: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
