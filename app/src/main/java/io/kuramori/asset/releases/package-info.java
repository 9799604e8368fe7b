/// Software, its releases, the systems that run them, and what each release is made of (guideline 2.2.1.2).
@NullMarked
package io.kuramori.asset.releases;

import org.jspecify.annotations.NullMarked;
