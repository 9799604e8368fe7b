/// What vendors and the institution itself say about vulnerabilities in products (Vulnerability Exploitability
/// eXchange): the statements, and which of them hold for a component (guideline 2.2.3). The formats have packages of
/// their own.
@NullMarked
package io.kuramori.engine.matching.vex;

import org.jspecify.annotations.NullMarked;
