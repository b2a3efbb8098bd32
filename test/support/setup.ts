import fc from 'fast-check'

// In CI every run tries the same examples, so that a change is never refused for what another one brought
// in; elsewhere each run tries new ones.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_220_101 })
