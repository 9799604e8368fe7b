/// The version order of OCaml's packages.
@NullMarked
package io.kuramori.engine.matching.version.opam;

import org.jspecify.annotations.NullMarked;
