/// Where files are kept: a folder, or an S3-compatible store (guideline 2.5.2.2).
@NullMarked
package io.kuramori.evidence.blobs;

import org.jspecify.annotations.NullMarked;
