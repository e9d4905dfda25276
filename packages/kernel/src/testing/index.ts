export { ManualClock } from './manual-clock.ts';
export { actor, type Scene, type SceneOptions, scene } from './scene.ts';
export { stateDiagram } from './state-diagram.ts';
