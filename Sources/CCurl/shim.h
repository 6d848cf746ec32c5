#ifndef WALLBOARD_CCURL_SHIM_H
#define WALLBOARD_CCURL_SHIM_H
#include <curl/curl.h>
#endif
