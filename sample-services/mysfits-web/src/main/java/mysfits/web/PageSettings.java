package mysfits.web;

/**
 * What the page's script needs to know of the installation.
 *
 * @param zipkinUiUrl base address of the Zipkin it links to
 */
record PageSettings(String zipkinUiUrl) {

}
