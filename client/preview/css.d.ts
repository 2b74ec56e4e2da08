// The bundler writes imported style sheets into dist/page.css.
declare module "*.css" {}
