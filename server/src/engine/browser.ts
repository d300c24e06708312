/** The engine as browsers load it from `/engine.js`: one module that asks nothing of anybody else. */
import './without-eval.ts'

export { type Evaluation, type Evaluator, openRuleBook } from './evaluate.ts'
