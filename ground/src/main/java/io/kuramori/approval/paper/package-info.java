/// The draft paper (起案書) of a request, as a document that circulates where decisions are made on paper.
@NullMarked
package io.kuramori.approval.paper;

import org.jspecify.annotations.NullMarked;
