/// The version order of OpenSSL's own releases.
@NullMarked
package io.kuramori.engine.matching.version.openssl;

import org.jspecify.annotations.NullMarked;
